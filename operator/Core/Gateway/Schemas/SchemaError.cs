namespace DirectRoute.Core.Gateway.Schemas;

/// <summary>Why a document does not fit its schema.</summary>
/// <param name="Pointer">Where in the document, as a JSON pointer: <c>/items/0/id</c>; empty for the whole.</param>
/// <param name="Message">What is wrong there.</param>
internal sealed record SchemaError(string Pointer, string Message)
{
    public override string ToString() => Pointer.Length == 0 ? Message : $"{Pointer}: {Message}";
}
