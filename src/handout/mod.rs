//! HAND-OUT: an edition's booklet for each department: a personalised copy, a covering letter, and a ledger of them all.

pub mod ledger;
