//! Words that fill the holes of messages.
