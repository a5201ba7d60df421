"""The parts of the window; none knows another."""
