import '#ui/theme.css';
import { openLightPage } from '#ui/light-page.ts';
import { openPage } from './open.ts';

/**
 * The page of a code that people point their own phones at. It is fetched over whatever signal a park has, once, so it is made of little:
 * no React, no font, no picture file. It keeps nothing on that phone and knows nothing but what its token is answered with.
 */

const { place, token } = openLightPage();
void openPage(place, token);
