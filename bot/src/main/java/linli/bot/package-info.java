/** The product: {@code bot/README.md} follows one message through its packages. */
package linli.bot;
