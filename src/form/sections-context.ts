import { createContext, type ComponentProps, type ReactElement } from 'react';
import type { FormSections } from './form-sections.tsx';

type DrawSections = (props: ComponentProps<typeof FormSections>) => ReactElement;

/** Draws the questions of a form, in their sections. Not in the first load: whoever fills in the form has it. */
export const SectionsContext = createContext<DrawSections | undefined>(undefined);
