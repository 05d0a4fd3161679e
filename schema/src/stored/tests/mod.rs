//! How values go in and come out.
