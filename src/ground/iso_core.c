/*
 * ground/iso_core.c: see ground/iso_core.h.
 */
#include "ground/iso_core.h"
#include "ground/text_core.h"

#include <stdint.h>

/* one word for each first letter: its second letters as bits, A the lowest */
static const uint32_t second_letters[26] = {
	0x2df5979, /* A: A D E F G I L M O Q R S T U W X Z */
	0x36f7bfb, /* B: A B D E F G H I J L M N O Q R S T V W Y Z */
	0x3f27ded, /* C: A C D F G H I K L M N O R U V W X Y Z */
	0x2005610, /* D: E J K M O Z */
	0x00e00d4, /* E: C E G H R S T */
	0x0025700, /* F: I J K M O R */
	0x15fb9fb, /* G: A B D E F G H I L M N P Q R S T U W Y */
	0x01a3400, /* H: K M N R T U */
	0x00f7818, /* I: D E L M N O Q R S T */
	0x000d010, /* J: E M O P */
	0x342b1d0, /* K: E G H I M N P R W Y Z */
	0x13e0507, /* L: A B C I K R S T U V Y */
	0x3fffcfd, /* M: A C D E F G H K L M N O P Q R S T U V W X Y Z */
	0x212c975, /* N: A C E F G I L O P R U Z */
	0x0001000, /* O: M */
	0x14e3cf1, /* P: A E F G H K L M N R S T W Y */
	0x0000001, /* Q: A */
	0x0544010, /* R: E O S U W */
	0x3ae7fdf, /* S: A B C D E G H I J K L M N O R S T V X Y Z */
	0x26a7eec, /* T: C D F G H J K L M N O R T V W Z */
	0x3041041, /* U: A G M S Y Z */
	0x0102155, /* V: A C E G I N U */
	0x0040020, /* W: F S */
	0x0000000, /* X: all are for users */
	0x0080010, /* Y: E T */
	0x0401001, /* Z: A M W */
};

bool
iso_state_known(int number)
{
	int first = number / 26;
	int second = number % 26;

	if (number < 0 || number >= ISO_STATES)
		return false;
	if (number == 0 || number == ISO_STATES - 1 || first == 'X' - 'A' || (first == 'Q' - 'A' && second >= 'M' - 'A'))
		return true;
	return (second_letters[first] >> second & 1) != 0;
}

int
iso_state_number(const char *code)
{
	int first = text_upper(code[0]) - 'A';
	int second = text_upper(code[1]) - 'A';
	int number = first * 26 + second;

	return first >= 0 && first < 26 && second >= 0 && second < 26 && iso_state_known(number) ? number : -1;
}
