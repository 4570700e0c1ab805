export interface PageLine {
  text: string;
  y: number;
}

export interface PageCell {
  text: string;
  /** Left edge in points. */
  x: number;
}

export interface PageRow {
  y: number;
  cells: PageCell[];
}
