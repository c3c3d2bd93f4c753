namespace DirectRoute.Kubernetes.Conditions;

/// <summary>The three values of a condition's status.</summary>
public static class ConditionStatus
{
    public const string True = "True";
    public const string False = "False";

    /// <summary>Not known, or not known yet.</summary>
    public const string Unknown = "Unknown";
}
