//! The editor's live view: a small server for the browser on this machine. It hands out the last good site page by page
//! from memory, and notifies pages that are open when there is another, or why there is none.
//!
//! [`http`] listens, [`request`] looks at who asks and for what, [`routes`] answers from the [`board`], which whoever
//! builds writes to; [`page`] adds to a page what makes it live. Nothing of it is ever published.

pub mod board;
pub mod http;
pub mod messages;
mod page;
pub mod request;
pub mod routes;
