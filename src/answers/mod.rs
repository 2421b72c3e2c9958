//! ANSWERS: the form that goes with each copy of a hand-out, what comes back, and what all of it says together. A form is
//! made of the [`Questions`] of an edition, [`returned`] reads one back, and [`summary`] puts the answers of all departments
//! into one table; [`published`] says what of it everybody may see.

mod amount;
mod form;
mod form_id;
pub mod messages;
pub mod published;
mod questions;
pub mod returned;
pub mod summary;
mod words;

pub use form::{FormRecipient, form};
pub use form_id::FormId;
pub use questions::{AskedDuty, Questions};
pub use words::DutyState;
