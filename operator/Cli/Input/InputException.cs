namespace DirectRoute.Cli.Input;

/// <summary>Something that the user named cannot be read; the message is for the user.</summary>
internal sealed class InputException(string message) : Exception(message);
