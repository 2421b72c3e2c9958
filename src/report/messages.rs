//! Words of the reports themselves.

use crate::diag::{Bilingual, Severity, Waived};

/// What there are more of: the hole `{what}` of [`crate::diag::MORE`].
pub fn what(severity: Severity, count: usize) -> Bilingual {
    let (vi, en) = match severity {
        Severity::Error => ("lỗi", "error"),
        Severity::Warning => ("cảnh báo", "warning"),
        Severity::Note => ("lưu ý", "note"),
    };
    Bilingual::new(vi, if count == 1 { en.to_owned() } else { format!("{en}s") })
}

/// Takes the place of advice where the corpus' waivers let a finding stand.
pub fn waived(waived: &Waived) -> Bilingual {
    let Waived { reason, until } = waived;
    Bilingual::new(format!("được miễn đến {until}: {reason}"), format!("waived until {until}: {reason}"))
}
