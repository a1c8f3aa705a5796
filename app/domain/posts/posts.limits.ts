/** For so long a thread or a reply can be taken back as if it had never been sent; mails wait for it. */
export const UNSEND_SECONDS = 60
