/**
 * 回调: what WeCom pushes to us. {@link linli.bot.wecom.callback.CallbackController} checks it, commits the raw event to
 * table {@code wecom_event} and answers, before any other work; {@link linli.bot.wecom.callback.EventWorker} gives each
 * event to its {@link linli.bot.wecom.callback.EventHandler} later. Events may come twice, out of order, or never, so a
 * handler reads the truth anew instead of trusting what the event says. Owns table {@code wecom_event}.
 */
package linli.bot.wecom.callback;
