//! The character set that MySQL calls latin1: Windows-1252.

/// What Windows-1252 has from 0x80 to 0x9F; what it leaves out is a control character, as in ISO 8859-1.
const SPECIAL: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text that the bytes are.
pub(crate) fn text(bytes: &[u8]) -> String {
    let character = |byte: &u8| match byte {
        0x80..=0x9f => SPECIAL[usize::from(byte - 0x80)],
        _ => char::from(*byte),
    };
    bytes.iter().map(character).collect()
}
