//! The words of a hand-out: of its copies, which are Vietnamese as the booklet is.

/// Stands above the addressee on the cover of a copy.
pub const COPY_FOR: &str = "Bản dành cho";

/// The number of one copy among all of a hand-out.
pub fn serial_line(serial: &str) -> String {
    format!("Bản số {serial}")
}
