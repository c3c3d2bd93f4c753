namespace DirectRoute.Cli.Schemas.Cel;

/// <summary>An expression cannot be read, uses what is not known here, or comes to nothing, such as a field that is not there.</summary>
internal sealed class CelException(string message) : Exception(message);
