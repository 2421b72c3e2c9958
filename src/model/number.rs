//! Document numbers (số, ký hiệu).
