//! The fixed words of the booklet.
