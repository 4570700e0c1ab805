/** Number of words of a text: runs of characters between white space that hold a letter or digit. */
export function countWords(text: string): number {
  let count = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const isSpace = c === 32 || (c >= 9 && c <= 13) || c === 160;
    if (isSpace) inWord = false;
    else if (!inWord && (c > 127 || (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122))) {
      inWord = true;
      count++;
    }
  }
  return count;
}
