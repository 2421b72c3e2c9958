//! The forms of values as regular expressions, of the kind that every validator of JSON Schema knows.

/// Small letters and digits, in groups joined by a single `-` or `.`.
pub const ID: &str = "^[a-z0-9]+([-.][a-z0-9]+)*$";

/// Names that Windows keeps for devices, anywhere between full stops.
pub const DEVICE: &str = "(^|\\.)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$)";

/// A date, ISO 8601.
pub const DATE: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

/// Day and month, `31/01`: a day that some year has.
pub const DAY_OF_YEAR: &str = "^((0?[1-9]|[12][0-9])/(0?[1-9]|1[0-2])|30/(0?[13-9]|1[0-2])|31/(0?[13578]|1[02]))$";

/// `5 working-days`
pub const LAPSE: &str = "^0*[1-9][0-9]{0,3} (day|working-day|month|year)s?$";

/// Anything but nothing.
pub const TEXT: &str = "\\S";

/// Nothing but digits and what is between them in dates.
pub const LIKE_A_DATE: &str = "^[0-9./-]*[./-][0-9./-]*$";

/// `unknown` without a reason.
pub const BARE_UNKNOWN: &str = "^\\s*unknown\\s*$";

/// A colour, `#0b4a6f`.
pub const COLOUR: &str = "^#?[0-9A-Fa-f]{6}$";

/// SHA-256 in hexadecimal digits.
pub const HASH: &str = "^[0-9A-Fa-f]{64}$";

/// The address of a folder on the web.
pub const WEB_ADDRESS: &str = "^https?://[^/?#\\s][^?#\\s]*$";

/// The address of a page on the web, with what is asked of it and the place in it.
pub const PAGE_ADDRESS: &str = "^https?://[^/?#\\s]\\S*$";

/// An address for mail.
pub const MAIL_ADDRESS: &str = "^[^@<>]*<?[^@<>\\s]+@[^@<>\\s]+>?$";

/// The name or address of a server.
pub const HOST: &str = "^[A-Za-z0-9.:-]+$";

/// Text with no words in braces but these.
pub fn with_holes(holes: &[&str]) -> String {
    let known: String = holes.iter().map(|hole| format!("|\\{{{hole}\\}}")).collect();
    format!("^([^{{]{known})*$")
}

/// Returns the pattern of texts that have `{hole}` in them.
pub fn with_hole(hole: &str) -> String {
    format!("\\{{{hole}\\}}")
}
