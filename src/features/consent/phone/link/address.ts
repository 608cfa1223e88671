/** The address of a link, behind whose # the token stands: no browser sends that part to a server. */
export const addressOf = (token: string): string => `${window.location.origin}/c/#${token}`;

/** A text message to one number, with its words. Both signs stand before them, since phones read one or the other. */
export const smsTo = (dialled: string, text: string): string => `sms:${dialled}?&body=${encodeURIComponent(text)}`;
