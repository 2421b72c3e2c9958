//! Forms of records, made from their descriptions: which control a key gets ([`plan`]), the form as it is shown ([`show`]),
//! what a form that was sent says ([`read`]), and the changes that follow ([`diff`]). A form that is sent as it was shown
//! changes nothing.

mod choices;
mod diff;
mod labels;
mod places;
mod plan;
mod read;
mod show;
mod step;

pub use choices::{Choices, ListOption};
pub use diff::changes;
pub use places::FilePlaces;
pub use read::{PostedForm, plain};
pub use show::{ShownForm, entry, label_of, show, show_at, text, ticks};
pub use step::{Control, FieldFinding, FieldStep, FormStep, ListRequest, PickOption};

#[cfg(test)]
mod tests;
