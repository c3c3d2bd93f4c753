namespace DirectRoute.Core.OpenApi;

/// <summary>How large a document may be.</summary>
internal static class DocumentLimits
{
    /// <summary>Bytes; AWS takes no larger document.</summary>
    public const int MaxBytes = 6 * 1024 * 1024;

    /// <summary>Levels of objects and arrays: far more than a document of a person's has, and far fewer than a stack.</summary>
    public const int MaxDepth = 128;

    /// <summary>How many references may follow each other before they are taken for a circle.</summary>
    public const int MaxReferences = 16;
}
