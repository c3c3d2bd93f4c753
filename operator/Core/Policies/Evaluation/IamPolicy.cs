using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Policies.Evaluation;

/// <summary>A policy document, read once and asked often. What cannot be read is a policy, too: one that allows nothing and says why.</summary>
/// <param name="Name">What people know it by: the name of an inline policy, the ARN of a managed one.</param>
/// <param name="Statements">In the order of the document; empty when there is a fault.</param>
/// <param name="Fault">What is wrong with the document, and where; null when nothing is.</param>
internal sealed record IamPolicy(string Name, ValueList<IamStatement> Statements, string? Fault)
{
    /// <summary>Reads a document, which is not URL-encoded.</summary>
    public static IamPolicy Parse(string name, string json) => new PolicyReader(json).Read(name);

    /// <summary>A policy of which nothing but its name is known.</summary>
    public static IamPolicy Unreadable(string name, string fault) => new(name, [], fault);
}
