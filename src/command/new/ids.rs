//! The id of a new record, as the command line gives it. It is a permanent address and the name of a file.

use super::super::Failure;
use crate::model::ids::{Id, Reserved};
use crate::syntax::messages::words;
use crate::syntax::record::suggest_id;

/// Reads an id.
///
/// # Errors
/// It is none; the words say why, and which id to write instead.
pub fn read<T: Id>(text: &str) -> Result<T, Failure> {
    if let Some(reason) = T::reserved(text) {
        return Err(reserved(text, reason));
    }
    text.parse().map_err(|_| {
        let suggestion = free::<T>(suggest_id(text));
        Failure::new(
            format!("`{text}` không làm id được; viết `{suggestion}`"),
            format!("`{text}` cannot be an id; write `{suggestion}`"),
        )
    })
}

fn reserved(text: &str, reason: Reserved) -> Failure {
    let (suggestion, why) = (beside(text), words::reserved(reason));
    Failure::new(
        format!("`{text}` không làm id được: {}; viết `{suggestion}`", why.vi),
        format!("`{text}` cannot be an id: {}; write `{suggestion}`", why.en),
    )
}

/// The id, or one like it where nothing may have that one.
pub fn free<T: Id>(id: String) -> String {
    if T::reserved(&id).is_some() { beside(&id) } else { id }
}

/// Without a full stop, since no part between full stops may be reserved either.
fn beside(id: &str) -> String {
    format!("{}-1", id.replace('.', "-"))
}
