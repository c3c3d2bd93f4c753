using DirectRoute.Core.Compile;
using DirectRoute.Core.Failures;
using DirectRoute.Core.Manifests;
using DirectRoute.Operator.Cloud;

namespace DirectRoute.Operator.Sync;

/// <summary>An AwsAccount that answered: what the compiler needs of it, and how to call it. Or why it did not.</summary>
internal sealed record AccountSession
{
    /// <summary>What is known of the account; null with <see cref="Failure"/>.</summary>
    public AccountFacts? Facts { get; init; }

    /// <summary>How it is called; null with <see cref="Failure"/>.</summary>
    public CloudSettings? Settings { get; init; }

    /// <summary>Which namespaces may use it; null is all.</summary>
    public NamespaceSelector? Namespaces { get; init; }

    /// <summary>The AwsAccount's spec as JSON: the same spec read twice is not the same object, and nobody is to be run for it.</summary>
    public string? Spec { get; init; }

    /// <summary>Why it cannot be used.</summary>
    public Failure? Failure { get; init; }
}
