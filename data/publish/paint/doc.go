// Package paint writes blocks as the forms for a CMS have them: as HTML, as the
// blocks of WordPress, as Markdown and as plain text, a file a form, and says
// what WordPress keeps of HTML that is pasted into it.
//
// Each painter has a case for every type of block and none that passes anything
// through: element and attribute names are written here, and all else is
// escaped, so that what people typed reaches the output as text or as a link.
// Text in ASCII spells a character, or gives its number.
package paint
