using System.Text.Json.Nodes;

namespace DirectRoute.Cli.Rendering;

/// <summary>Which side of a manifest to show.</summary>
internal enum RenderView
{
    /// <summary>Each route: what API Gateway calls, and the mappings and templates of request and responses.</summary>
    Routes,

    /// <summary>Each IAM role, with its policies.</summary>
    Policies,

    /// <summary>Each API as an OpenAPI document with API Gateway's extensions.</summary>
    OpenApi,

    /// <summary>Each API as the operator compares it with what is in AWS.</summary>
    Model,
}

/// <summary>One thing that a manifest becomes.</summary>
/// <param name="Title">What it is, such as <c>DirectApi shop/orders as OpenAPI</c>.</param>
/// <param name="Document">For programs.</param>
/// <param name="Text">For people.</param>
internal sealed record RenderedDocument(string Title, JsonNode Document, string Text);
