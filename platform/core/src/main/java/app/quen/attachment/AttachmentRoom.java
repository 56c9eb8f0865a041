package app.quen.attachment;

/**
 * How much room the files of a workspace take.
 *
 * @param used bytes, each content counted once
 * @param most bytes that there may be
 */
public record AttachmentRoom(long used, long most) {}
