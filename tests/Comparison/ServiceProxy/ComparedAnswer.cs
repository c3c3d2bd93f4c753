namespace DirectRoute.Comparison.ServiceProxy;

/// <summary>What one API made of a request.</summary>
/// <param name="Call">What the service was asked; null when it was not.</param>
/// <param name="Answer">What the client got: status and body.</param>
internal sealed record ComparedAnswer(string? Call, string Answer);

/// <summary>A request, and what both made of it.</summary>
internal sealed record ComparedRow(ComparedRequest Request, ComparedAnswer Theirs, ComparedAnswer Ours);
