"""Text copies to blocks: no links are left, and often no indentation."""
