//! The section `letter` of `settings.yaml`: what the letter of a hand-out says.

use super::super::yaml::Node;
use super::{Context, Reader, values};
use crate::model::letter::LetterSettings;
use crate::syntax::messages::words;

pub(super) fn letter(node: &Node, context: &mut Context<'_>) -> Option<LetterSettings> {
    let mut reader = Reader::new(node, words::letter_record(), context.key, context.file, context.sink)?;
    let parent = reader.optional("parent", values::text);
    let issuer = reader.optional("issuer", values::text);
    let number = reader.optional("number", values::text);
    let place = reader.optional("place", values::text);
    let date = reader.optional("date", values::date);
    let subject = reader.optional("subject", values::text);
    let paragraphs = reader.list("paragraphs", values::text);
    let authority = reader.optional("authority", values::text);
    let position = reader.optional("position", values::text);
    let signer = reader.optional("signer", values::text);
    let recipients = reader.list("recipients", values::text);
    reader.finish();
    Some(LetterSettings {
        parent: parent?,
        issuer: issuer?,
        number: number?,
        place: place?,
        date: date?,
        subject: subject?,
        paragraphs: paragraphs?,
        authority: authority?,
        position: position?,
        signer: signer?,
        recipients: recipients?,
    })
}
