"""An invented week in an invented workshop, played through the same commands as a real one."""
