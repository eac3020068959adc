/**
 * Statistics of written English, for `english.ts`: which kind of byte follows which, as rounded logarithms.
 *
 * Counted over 4.2 million bytes of prose from the manuals that come with Debian 12 and Rust 1.95 (the Rust
 * books, the GNU info manuals, Vim's help, Perl's pods, the docstrings of Python's standard and scientific
 * libraries, licence texts): paragraphs of at least 12 words, at least 93% letters and spaces, without code,
 * no source giving more than a fifth or so. Six in ten were put on one line; one in ten set in capitals, one
 * in twenty in lower case, one in eight with curly quotes, so that the model has met such text. Each row was
 * mixed with the row above it in length (the more, the fewer its counts), and of the longest only what
 * differs from the shorter was kept. The books that people write for pleasure would give slightly other figures.
 */

/**
 * A to Z in either case; space, line feed, digit; full stop, comma, apostrophe, quote, hyphen; `!` or `?`,
 * `;` or `:`, bracket, other punctuation; first byte and further byte of UTF-8; control character.
 */
export const symbolNames = 'abcdefghijklmnopqrstuvwxyz_/0.,\'"-!;(#^~@';

/** A digit of these tables is its place here: 0 to 61. */
export const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** -3 log2 P(symbol), one digit each, in the order of `symbolNames`. */
export const alone = 'CJGFAHIFCTNFHDCHTDDBGLJOJU8ISKMOSQXRQVVUY';

/** -3 log2 P(symbol | the one before): a row for each symbol before. */
export const afterOne = [
  'UGDGRMHVGZJ9E8UHd9C8IIQOHcAQeTUXcYmaYdhln',
  'CRMQ5TSUDFU8QRBQfEHM9TXeAUIVYRSSWRjZTcgko',
  '9ZIT9VX9DcEETT7RZEM8EZYfMgGUXQTSYVkXVVdlm',
  'FRTH7SNV9TZKUPCShLFOGSTcMj4JaEHOSOZPQSZle',
  'FREBIIMRMcaHGBQJM9AEUKNGLe5KcIJPUQZPSZZmi',
  'EZRTBDWV7kcIVS7UgDOGCbWcJl5MWPRQXQeWRddlj',
  'GWRS7SJDCkcHOEGNbCFLCSWdSW5KYHJOTQZPQWZko',
  '8XWW3YZW9hdPOSCWaKOIOaZfPhAPfOQSYUhXXchlm',
  'HHDGFDGWSfNCF6AJVG89VHbMaLMYhXYXeYoaZZflp',
  'DSPP3QROJYMOQLAPcMDK7UOSRTGSWPTQOVgTSefdh',
  'ESTP4ONRBeWLTENNZPANKVKSPY7MdGHMRMWPQUXim',
  'BQPF7NPV9iV9UTCOgOGFCOPeBd9OcMNSUPbVUacli',
  '7ETS6WZVCkYNDNA9eRFQFVYeRcAPWKMRVUcTTaZli',
  'EXD9BL9SGZNJPLCNcTC9ILWcJa7MXJLLVOcSTaUlm',
  'NJHELBKVKUMGC7JFj8GDBIFTWc9PfRSXaTkYYehlm',
  '9VQN8SOIEiZ9RSADf8JBDXXeIhESUOQPUSfXTaclg',
  'LSPOIQSOMZXHQLMPVLKL1UTWTZGScPQNNUhUUVZei',
  'ARJH6MIUBiJKGGBOeGDEGNOfGh8NbKLQVSdTUZZli',
  'HZIV9QUHCdPMPOEGWUD9FYReJi4KbFGQTTYMPYalh',
  'DYMT9SZ5AlYLTTBOkEFIHbMbIe7NbJLNVRbTTaXlj',
  'FHFJBKIVGhcACANEk989WbaUZZCSeUWQZbgdfdYlp',
  '5ZTU3VXU8gaUPSGWiSQQTYZbXjLXSXXTWYfcZZfjn',
  'AVUT9WP76jYMWFAWfFGQWaYcZkAQZMNTTRcWTbbko',
  '9UCQBRONAhZQLQO8ZQN6RVWOMZ9NOIJLQLfQPUZhf',
  'OQOUJVSUIhcMIH9CfNDGVZLeYW3IYEFNRNXONWWko',
  '9SON2ORNAcPLNLEPXMJJMTQRKKERQRSNOQfaSOecg',
  'AECFFDKIBSOGFGCFTFC8HIDWKVLaPbeMOUiUNWXmq',
  'CHFHHGKKCTRJIGGHUFE9JKEWLYP5ObcKQNkPLXSko',
  'MOPJKORPNYPPPMMOWMMKQVUMSe5L5ADHLCbKEKUfY',
  'SZVVQXYVSjdVXSSXjTTRWbZeZk33iQWWTgnhMZVkf',
  'RXUVPWXURfcUWSSWcSSQVZYdWj0FYYbYafmgddejn',
  'JJHGIHGMKWOFIILHSG89MJKKRT6IREHcUEVLLLahX',
  'FJFGFGJJHOMHGGIGOGDFKJJONQ5JPCENRNUFJLWei',
  'FECDEFKIETKCGGEENEBDIHGOPLANEWWNUAjdRacgd',
  'GNIJEKLIGXRILGGLWHGFKOMSNX57VOMIHRJVDZKXT',
  'MQIMKPRONeVOLMNGTJJJQRPVUa44TVWHQTUcTbTfc',
  'DIHIHFMLEQQIJHEIXJDEJLFONU6DI9DKMWTJPVUgk',
  'FFEDDHJIHSOFGGAFPEDDIEINNR9IIKLFINeTKFSbX',
  'RYVVPWYURicUWSSWiSSQVaYdYjNXhZbdhfmgfkk0n',
  'HNIKIKPLITWHJIJLXGBBMLMTPV9LQJKSVUULQQT4g',
  'GNJJELMJGXRJLGGLXHHFKPNSNYC5WOQSWUbVUZZY5',
];

/**
 * -2 log2 P(symbol | the two before) where that differs from `afterOne`: two symbols, then pairs of symbol and
 * digit, most likely first. A first `_` stands for all that is not a letter, a second for space and line feed.
 */
export const afterTwo = [
  'abl1o5eAuGrHyHjL act4e5k5c7iCoFlH_HaIuL add4_5y8vBjCoD aft2e4_BoCiC age1_7uHhJ ain2l4s8cGoIfJeM',
  'ake1_8 all4u4_5s8i8eCwCgCoDaEyHdL ame2oCaEuL and3_4g8y8t8nCoCaDeG.KvLlOfO app2h6aAlDoFrFuJ',
  'arg6t7y8d8_8cAoEmGuP ass5t8h9kBuG.HpH,IaK at_4i4e5t8c9hAoArDsG.HlNyNwS aul3s3t4nDrEeI_ImJ ava6o7',
  'ax_2 ays5oBpI a_s5f7p7l8t8d8n8v9gBiCaDoFeI bas3c3nAtA_G bcl2 be_2f9e9iAhAsCdCnEaFxJmOpQ bil4sD',
  'bje0uE ble1aCuHlL_LdPtPsQ bou4t5l6v6o7xAnD_FfG bra2_F but1i6f6g7nCsDlFrFmIeJ_JpL by_1t6pGsHoH',
  'can3l4u7r9cCbGmI_JdLvLyMgOiPkP cce2u5tD ces4p8.9rAtGaHcLxM ch_2a4e5oBtN cif3a5e7n9s9iBoDcJ cke5a6',
  'cla3u4_EyFlH con3m3d6r8u9sF_KbKfKtLwOcP cri4o5_GsJ cti3s8u8lAaEhGyMtP cur2m5nIeJ_K cyc5 c_l7',
  'dat1nAlC_D ddr6 de_5f6p9bDaDmF dge0 dif5r6oEeFlJbM dle1 dow5e5c6rCfHdJ ds_1tCeEiH dul3c4tBsE',
  'd_b7c9_N ead4c6s6n7l9_DgMiOyP ect2i5o7a8e9hCrD_FcL ed_1.7,9i9eCsEuEdGoHaL eed4n4p9rAsBkDcJ',
  'efa5e5_BrF egi4a5_B eha1 eir4g5sEoG eld7f8p9i9uG em_5s7a8.9iCmJ ent3c7d7e9gDiFoFlLyMnM ept4',
  'er_3e6s6i9.A,BvBfBoDwDgGkLdLuN ess6e8.8,9iDoDyHhIaOlU etu5h6t8w9oG eve1a7 ew_2l7i8 ex_9 eyw7oB',
  'e_t6c7s7p9wAbBvByF_P fau3c4i5rAtCnD_G fer2a7_8w9sCnFdG ffe1_8s9oBuH fil3e5c7r7x9tDsHdHfKbLoLaLmO',
  'fla2o4 for1l7u9nD_EfKmMsMpMtNdNwOvQbR fro1_IsL fte2w5hB fun1l4r9sB_HeKmK fyi5 f_t3y8i9cAoBfBwBbD',
  'gai4 get5n5aJcL ght2_4l7e8aEiF giv3 gle2 gnu5a5i6m8dFgFtF goo6 gpg2 gra1_E gtk6 gum3a4i6sFnFtG_K',
  'g_t4 hat2v6lDdFiFbGuI_JcJmKkLgQyQ he_1sAyCcDlDaEdEtFxKeM.NvO,PfSwSpUgUqW his2c5n6tBeEdFfGoIbImLaN',
  'hli1 hou3w5d6s7r8n9_CmDtFfI hro3_G ht_2m8hB h_a5 ial3b4rBcG ibu3r5e8yDaGoG ica4h5_6t8oBlFrG',
  'ide2_5i9tAoH ies3d4l6wA_CaK if_2f6y7eAoEaGuKrM igh3n4_AeA ii_2 ike0_D ile3l4i8_AyCuEoH imp4i6a7oHbI',
  'ing3t7d8cApDkDuG.G,IlIoJyP ion0uArB_FdIlImIsJbLpLfMtNwOcOgPvQoRiS ipt4e9rCoE ire2s4iCaD',
  'is_1eAsCiC,E.FoFuFyN it_4s8y8aDoErF ive1a7 ix_2 jec0_ErE joi3 jso0 jus1 kag1 key4r9aKcL kin1sD kno0',
  'kup1 lat4s5n7b8y8mF_GlIdL lba1 lcu2 ld_1s7e9i9oG lem8,9.9rAnAlHeJpO lf.5 lgo1 lic6k8b8zAoHlLrO',
  'll_2y5o6e7iBaCbDuHlIdKtL low3c5n7o7a7s8g8rAuF_GfHmJdLlN lp_3 lso3tD lt_3i4,9hAoF',
  'lue1d6t9sArBcHnH_JlJpMiN lwa0 ly_1sFoIpJtJ l_t6b7 mat4n4y6k7l8i9r9sD_DbLmMuOvO mbe1lAuFyG',
  'men4_4t6dArAcFlHpKxMfN mig7z9oHfJ mma1_GpH mod3v6s7n7mE_EfIpLwL mpl2i6r9eEpK msg9 mus3l3rEeG',
  'nam3l3nCcG_GsI nce3t4o7l7hAyAaCuEkL nd_2e6i7lA.CuHdO ned6e8w8.AnAmIpO nfo2_A ng_1e8uAiErHaLhNoNnNgR',
  'nis8z9xAqAoBlH nly1_ElGaH nme1 nne3o4i4_C not2n7w7r8mBuCpGcIlIfK npu1 nsi6lAfCoDsJ',
  'nt_4e5a6s6oA.AlB,BhEyGuHtN num2s9tCrEnG nvo5 ny_1oC n_t4a6e9c9fAlD_N oad2 obj2eBuDyF oca4k5u5o8tAhE',
  'ode2u5_6oF oes1_C of_0iEoJeKuKaMrMlPyS ogr2_7 oin1d5sC oll4d6e7v8i9 omp4m4_4e5a9oEsJuM',
  'on_3s6t7.9l9dA,AgBfCvCcCiFoHyKuOkQ ook4l4nAuG opt3e3y7rAlAaDoD or_2m7e7t7d8k9i9sAaDgHoIlInJfNuNvS',
  'ose4t4s5i5_8 ot_2i9oBrLuO ou_4t5s8g9cIeMmMaOiOfS ovi3aB ow_3n6s6i6.AaEhGoIrI o_b8i9oB_P',
  'par3c5n9lG_JmL pda1 per4c4n6_6s9tFmIxL phs7 pil3e6_9tBsCoD ple2a4oB_GlIsLdLtM por4s4i6_BuFfJmK',
  'ppo4l4aEtIpJuJ pro2e3aE_FsHuInMtNmOrOyOdP pti2y8oChCrJ put1b6sBnEmHeI pyt4r7',
  'que3i3a5o8rHsItJlJnJmL_L rat4m6c6r8l8i8p9wCsC_DkNuO rce2h3oBtE rds6 res6a7c8t8d8fApAqBgBrIyPxP',
  'rfa3c7_B rgu3e3_B rib6a6e7g8p8oAsCfDlErO rke6 rly4eB rma3i5s6e9oCpGmJbJ rn_3s4a6i7oGgGtGdHcI',
  'rom5g7r7v7c9n9b9_BjCfE rre2o3_DsKtL rsi5.8uJsL rti5s7h9oG run4c4tEmFrH_I ryoDsI r_e8_N',
  'sam3g4f7tAlAnC_DsF scr2tF sed5t7l9eAqBmExNyR sho2e5 sio4g7b8m8d8z9sAcClDfI sla2',
  'so_4m5l7n8,CpHtJdKwLsL spe2rDuHtIpK ssi4_4a6tHsK st_4r5a5o9dEuGhHtN sub5p5c6sEnGtH_J sys3n4m4_8oF',
  's_a5s9n9bBeB_P tai6b7l8k8xAsD.DmEyIvK tch1.8oBtEeE ter4d5_5m8x8gCcDtJvJiNfNqSyT the1a7_8oAyOlRtS',
  'tio2n6m8v9lBtCfCsFrFgIdKzL tly1_ElG tml3 to_1mBnEtFlHdHuIwJsJfJiLvMeObP tpu1',
  'tri3a4u6y8e8_FsLtMnNrNmNdOgP ts_1.7,8eAiDtGuHoHpKsLaN tte2r5hE_F tur1a6sAtBnCmFeIlJ_J two2i9hG_I',
  'typ2_3lAoHsJ t_i6_P ual2g5nB_EsH ubs5c7e9uD uct3h3aEoF ude1_A ue_2s5.8,8rDdDtKcKaLmMxM uff1 ugh2g5eB',
  'uir4l4nBoE ult3d4l8iEyHoHuHsJ ume2b4nAaCiDoG unc3d4i7_9nAeDgFoI uot1 upp3_4d8eAoBrEaF',
  'urn4r7c7a9iAoIdJmKyLuM use2t5i7_7sE.G,GpIcKoL ut_3p7hBrJ u_c5w6m6t8iBoC val1tAnBsE_HbIcJdMgNmNpPyP',
  'ver3n6l8s9mGaJxKtLfNeOpP vid4m5n7tBlEfI voi3k5 way4r4s5lCtD_IcKmL wee6v7l8bAsDnGcLtL whi3a7_N',
  'wit2l3n5s9cFoKrLgMeNfOmPaQbQvQ wn_2 wor2nAfImJtK wri1eF_G xam1tFnGlH xce1 xec2_C xis2m5 xml2 xpr3',
  'xt_3,9hCiEoF ycl1 yin1 ymb2 ynt2 you0nCrI_JtJfKdKpLmLwO ype1aErGlI yri1 yst3 yte2_E ywo1 y__P zat1',
  'zed4 zip2 _a_4n4l7s7t9cAfCgEmGiLkOyS _be2y5lA_HsJjO _co2a4eD_EtEiFcJkO _de3i4o4a7_DsI.KdM,N',
  '_ex3n5a7v7r8l9iAqBsBtE_GcH.MeO,O _fo3i4u6r6eA_HtHfJyS _gi5r5o8_DhIsK _ha2o5e5_H',
  '_in3s4t5f6gFpIlJcJrKoKeMaNvObPzRxSkW _ju2e8 _ke1n5_CsF _li2o5e6a6lBuH_HsIdJyKtK _ma3o4u7sE_GpImJbK',
  '_no2e5a6u7_DiFdGtHgIlKcKsLyN _of3p7u9b9wDcElFmH_HsIdIoOiQeRaSgT _pr3a4o6e7l9iCtI_JpK',
  '_re1u6o9iA_HsItJmLcLrMdMnOyOgP.PkP _se5t5o6u7p7h8a9y9_9c9sI.M,O _th1o5eAaBiC_DuFtNcNlNsP.P,QpSfb',
  '_us1n4p7rCtClHiI_IeJmJbKgKcLaN _va1e5 _wi3h4_HsKnPlS.U _yo0_C,I.IpJsK __s9_9oAfAcAyBeCpCmCdCuDlDvE',
].join(' ');

/**
 * Per mille of capitals among letters after two bytes of these kinds: lower case, capital, space, full stop
 * (or ! or ?), other. A row for each kind of the byte before the last.
 */
export const capitalsAfterTwo = [
  [4, 119, 32, 750, 45],
  [4, 990, 750, 500, 880],
  [4, 619, 915, 300, 262],
  [63, 375, 927, 500, 367],
  [4, 615, 171, 250, 233],
];

/** The same after one byte, by its kind; and of all letters. */
export const capitalsAfterOne = [3, 853, 178, 346, 227];
export const capitals = 124;
