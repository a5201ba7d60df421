"""What every form of a page becomes before anybody asks who said what."""
