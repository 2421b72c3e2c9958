//! The words of the booklet in Vietnamese.

pub mod annexes;
pub mod booklet;
pub mod capacities;
pub mod colophon;
pub mod copies;
pub mod days;
pub mod deadlines;
pub mod duty_sheets;
pub mod leaflet;
pub mod originals;
pub mod paper;
pub mod results;
pub mod tables;
pub mod web;
