/** A bitmap font of our own for labels: printable ASCII, five columns by seven rows. */
import { type Picture, setPixel } from './picture.ts';

export const GLYPH_WIDTH = 5;
export const GLYPH_HEIGHT = 7;
/** One column between two letters. */
const ADVANCE = GLYPH_WIDTH + 1;

/** From the space to the tilde; a character is one row in base 32, whose highest bit is the left column. */
const GLYPHS = [
  '0000000 4444404 AAA0000 AAVAVAA 4FKE5U4 OP248J3 CIK8LID 4480000', //   ! " # $ % & '
  '2488842 8422248 04LEL40 044V440 0000C48 000V000 00000CC 01248G0', // ( ) * + , - . /
  'EHJLPHE 4C4444E EH1248V V2421HE 26AIV22 VGU11HE 68GUHHE V124888', // 0 1 2 3 4 5 6 7
  'EHHEHHE EHHF12C 0CC0CC0 0CC0C48 248G842 00V0V00 8421248 EH12404', // 8 9 : ; < = > ?
  'EH1DLLE EHHVHHH UHHUHHU EHGGGHE SIHHHIS VGGUGGV VGGUGGG EHGNHHF', // @ A B C D E F G
  'HHHVHHH E44444E 72222IC HIKOKIH GGGGGGV HRLLHHH HHPLJHH EHHHHHE', // H I J K L M N O
  'UHHUGGG EHHHLID UHHUKIH FGGE11U V444444 HHHHHHE HHHHHA4 HHHLLLA', // P Q R S T U V W
  'HHA4AHH HHHA444 V1248GV E88888E 0G84210 E22222E 4AH0000 000000V', // X Y Z [ \ ] ^ _
  '8420000 00E1FHF GGMPHHU 00EGGHE 11DJHHF 00EHVGE 698S888 0FHHF1E', // ` a b c d e f g
  'GGMPHHH 40C444E 20622IC GGIKOKI C44444E 00QLLHH 00MPHHH 00EHHHE', // h i j k l m n o
  '00UHUGG 00DJF11 00MPGGG 00EGE1U 88S8896 00HHHJD 00HHHA4 00HHLLA', // p q r s t u v w
  '00HA4AH 00HHF1E 00V248V 2448442 4444444 8442448 008L200', //         x y z { | } ~
]
  .join(' ')
  .split(' ')
  .map((rows) => [...rows].map((row) => Number.parseInt(row, 32)));

/** Whether the dot at this column and row of the character is set; a question mark stands for foreign ones. */
export function glyphDot(character: string, column: number, row: number): boolean {
  const rows = GLYPHS[character.charCodeAt(0) - 0x20] ?? GLYPHS['?'.charCodeAt(0) - 0x20]!;
  return column < GLYPH_WIDTH && ((rows[row]! >> (GLYPH_WIDTH - 1 - column)) & 1) === 1;
}

/** In pixels, at `scale` pixels per dot. */
export function textWidth(text: string, scale: number): number {
  return Math.max(0, text.length * ADVANCE - 1) * scale;
}

export interface TextPlace {
  /** Of the upper left corner. */
  readonly x: number;
  readonly y: number;
  /** Pixels per dot. */
  readonly scale: number;
  /** 0xrrggbb */
  readonly colour: number;
}

/** Draws into the picture's own samples; what lies outside is cut off. */
export function drawText(target: Picture, text: string, place: TextPlace): void {
  const { x, y, scale, colour } = place;
  const right = Math.min(target.width, x + textWidth(text, scale));
  const bottom = Math.min(target.height, y + GLYPH_HEIGHT * scale);
  for (let v = Math.max(0, y); v < bottom; v++) {
    for (let u = Math.max(0, x); u < right; u++) {
      const dot = Math.floor((u - x) / scale);
      const character = text[Math.floor(dot / ADVANCE)]!;
      if (glyphDot(character, dot % ADVANCE, Math.floor((v - y) / scale))) {
        setPixel(target.rgb, 3 * (v * target.width + u), colour);
      }
    }
  }
}
