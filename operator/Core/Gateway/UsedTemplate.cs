namespace DirectRoute.Core.Gateway;

/// <summary>The mapping template that reads a message.</summary>
/// <param name="ContentType">The content type under which the API has it, such as <c>application/json</c> or <c>$default</c>.</param>
/// <param name="Text">The template.</param>
public sealed record UsedTemplate(string ContentType, string Text);
