using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.OpenApi.Reading;

/// <summary>What all parts of one reading share.</summary>
/// <param name="Root">The document.</param>
/// <param name="IsSwagger">Whether it is Swagger 2.0.</param>
internal sealed record ReadingContext(Node Root, ApiProtocol Protocol, bool IsSwagger)
{
    private const string Ref = "$ref";

    /// <summary>What is read, for messages.</summary>
    public string ApiName => IsRest ? "a REST API" : "an HTTP API";

    public bool IsRest => Protocol == ApiProtocol.REST;

    /// <summary>What a node stands for: itself, or what its <c>$ref</c> leads to. Null, with the reason said, when that leads nowhere.</summary>
    public Node? Resolve(Node node)
    {
        var current = node;
        for (var step = 0; step <= DocumentLimits.MaxReferences; step++)
        {
            if (current[Ref] is not { } reference) return current;
            if (reference.Text() is not { } text) return null;
            if (Find(text) is not { } target)
            {
                reference.Error($"\"{Node.Shorten(text)}\" is not in this document: write #/..., the place of something in it.");
                return null;
            }
            current = target;
        }
        node.Error("The references go round in a circle.");
        return null;
    }

    private Node? Find(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal)) return null;
        Node? found = Root;
        foreach (var step in reference[2..].Split('/'))
        {
            found = found?.Find(step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        }
        return found;
    }
}
