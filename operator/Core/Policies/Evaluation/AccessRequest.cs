namespace DirectRoute.Core.Policies.Evaluation;

/// <summary>What is to be decided.</summary>
/// <param name="Principal">Who asks.</param>
/// <param name="Action">Such as <c>sqs:SendMessage</c>.</param>
/// <param name="Resource">The ARN; null when it is not known which one it is.</param>
/// <param name="Context">What else is known.</param>
internal sealed record AccessRequest(AccessPrincipal Principal, string Action, string? Resource, ContextKeys Context);
