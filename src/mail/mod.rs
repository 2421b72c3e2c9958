//! MAIL: sends a hand-out's copies to their departments, and records it. [`smtp`] is the only module of the crate that
//! connects to another machine (`serve` only listens, on this one); [`journal`] says what has happened, [`plan`] what is to be done, [`message`] makes what is sent.

pub mod journal;
pub mod message;
pub mod messages;
pub mod plan;
pub mod smtp;
