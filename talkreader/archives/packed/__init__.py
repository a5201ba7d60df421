"""Files as they are packed: unpacked as a stream, within limits, and around what is damaged."""
