//! The names of the sheets of an edition's workbook. The heads of their columns are beside the columns (`render::tables`).

pub const DUTIES: &str = "Việc phải làm";
pub const CALENDAR: &str = "Lịch";
pub const INSTRUMENTS: &str = "Văn bản";
pub const EXCERPTS: &str = "Trích dẫn";
