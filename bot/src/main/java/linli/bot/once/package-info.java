/**
 * 待同步: a tap that was made while the network was away comes again until an answer arrives, and counts once. Door: {@link
 * linli.bot.once.Once}. Owns table {@code once_key}. Beside the versions of tickets, not instead of them: a key whose process
 * died half way is taken up again, and the version decides whether there is anything left to do.
 */
package linli.bot.once;
