/** Texts written for these tests, of many kinds; none had a part in the statistics of `english-table.ts`. */

/** Prose with dialogue, curly quotes and dashes. */
export const story = `“I don’t think we should open it,” whispered Clara. The envelope lay between them on the kitchen table, thick and cream-coloured, with nothing on it but a date: 4 May 1987. “Grandfather hid it for a reason…”

“And he died for one,” Jonas said. He turned it over. The wax was still whole — red, with the print of a thumb — and under his fingers he felt something hard, no longer than a match. “It’s a key.”

She shook her head. Outside, the wind had dropped; even the dogs were quiet. “Whose key, though?” The clock in the hall struck eleven, then, absurdly, once more. Neither of them moved. “All right,” she said at last, “but you’re the one who tells Mother.”`;

/** A letter with line breaks, figures and abbreviations. */
export const letter = `Hi Tom,

the parcel came on Tuesday (finally!) but two of the 12 glasses were broken. I've sent 3 photos to the shop
and asked for a refund of $18.50; let's see what they say. By the way, are you still coming on Sat 14 June?
Anna booked a table for 7:30 pm at the new Thai place near the station - tell me by Friday if that doesn't
work for you. And bring the tent, please, we want to go up to the lake on Sunday if the weather holds. Mum
says hello and wants her blue casserole back, the one you borrowed at Easter. She isn't angry, she only
mentions it every other day.

See you soon,
Ben
`;

/** Capitals only, no punctuation. */
export const telegram =
  'FROM HQ TO ALL STATIONS STOP THE CONVOY WILL LEAVE THE HARBOUR AT DAWN ON THE NINTH AND PROCEED NORTH ' +
  'UNDER ESCORT OF TWO DESTROYERS STOP SUBMARINES WERE SIGHTED YESTERDAY WEST OF THE ISLANDS AND THE COAST ' +
  'GUARD REPORTS HEAVY FOG UNTIL WEDNESDAY STOP KEEP RADIO SILENCE UNLESS ATTACKED STOP THE SECOND GROUP ' +
  'WAITS FOR ORDERS AND MUST NOT MOVE BEFORE THE SIGNAL IS GIVEN STOP ALL CAPTAINS ARE TO BURN THEIR OLD ' +
  'CODE BOOKS TONIGHT AND CONFIRM BY MESSENGER STOP GOOD LUCK TO ALL OF YOU STOP END OF MESSAGE';

/** Small letters only, careless. */
export const chat =
  'so i went down to the beach this morning and there was nobody there except an old guy with a metal ' +
  'detector, he told me he found a gold ring last summer and gave it back to the woman who lost it, she baked ' +
  'him a cake every month since then lol. anyway the water was freezing but i swam out to the buoy and back, ' +
  'took me like twenty minutes, and when i came out my shoes were gone!! some dog had carried them all the ' +
  'way up to the parking lot. i love this town. are you coming over for the weekend or do you have to work?';

/** Science, with rare words. */
export const science =
  'The bacterium divides every twenty minutes if it is warm and well fed. Its single chromosome, about 4.6 ' +
  'million base pairs long, takes forty minutes to copy, and so the cell begins a new round before the last ' +
  'is over: a newborn cell already carries the half-finished genome of its granddaughters. How it keeps count ' +
  'was a riddle for decades. Today we know that a protein called DnaA gathers at one place on the circle and ' +
  'pries the strands apart, but only when enough of it is loaded with fuel. Growth makes more of the protein; ' +
  'copying spends it. No clock is needed, just a bucket that fills and tips over.';

/** English about Chinese words, which stand in it in UTF-8. */
export const bilingual =
  'The first lesson was about two words that sound alike to every beginner: 买 (to buy) and 卖 (to sell). ' +
  'Only the tone tells them apart, and the little hat that the second one wears. “Do not worry,” said our ' +
  'teacher, “in the market they will look at your purse, not listen to your tones.” Then she wrote 密码 on the ' +
  'board, which means both a password and a cipher, and asked us what secrets a beginner could have. Nobody ' +
  'answered, so she told us hers: she had never liked tea.';

/** A recipe, full of numbers and units. */
export const recipe =
  'Preheat the oven to 180 C. Mix 250 g flour, 2 tsp baking powder and a pinch of salt in a large bowl. In ' +
  'another bowl beat 120 g soft butter with 150 g sugar until pale, then add 3 eggs, one at a time, and the ' +
  'juice of half a lemon. Fold in the flour, alternating with 100 ml milk; do not stir longer than you must, ' +
  'or the cake turns tough. Spread the dough in a greased tin, press 500 g halved plums into it, skin side ' +
  'down, and scatter 2 tbsp sugar over them. Bake for 40-45 minutes. Let it rest before you take it out.';

export const texts = { story, letter, telegram, chat, science, bilingual, recipe };
