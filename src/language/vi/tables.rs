//! The names of the sheets of an edition's workbook. The heads of their columns are beside the columns (`render::tables`).

/// The sheet of duties and rights.
pub const DUTIES: &str = "Việc phải làm";
/// The sheet of days on which something is due.
pub const CALENDAR: &str = "Lịch";
/// The sheet of instruments.
pub const INSTRUMENTS: &str = "Văn bản";
/// The sheet of excerpts.
pub const EXCERPTS: &str = "Trích dẫn";
